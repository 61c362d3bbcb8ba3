"""Articles, the policy items of digests, related posts and votes."""

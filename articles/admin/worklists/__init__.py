"""What waits for an editor: articles that readers say No to, held votes, and places without news."""

"""What templates need to write texts and facts."""

"""The forms of readers and voters: each validates one task and saves nothing."""

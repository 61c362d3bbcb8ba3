"""The forms of editors, readers and voters, one for each task: they validate."""

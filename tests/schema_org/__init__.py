"""What schema.org allows: the part of its vocabulary that our pages use, and who breaks its rules."""

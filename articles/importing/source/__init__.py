"""Reads files into lines: plain text and Markdown, saved web pages, Word documents; with limits of size.

``reading`` chooses the reader; ``limits`` says what is too large, and how a refusal is worded.
"""

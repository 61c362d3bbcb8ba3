"""Helpful votes: who votes (voter, network, origin, clicks), the vote itself (casting, limits, ledger,
refusals), and what keeps it right afterwards (held, expiry, audit).
"""

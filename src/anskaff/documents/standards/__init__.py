"""The official files that others own: which we know, whether they are here, and getting them.

Rule files and schemas are not ours to give away, so an installation adds them itself. We keep one
hash for each part; a part that is not exactly what we tested with is not used.
"""

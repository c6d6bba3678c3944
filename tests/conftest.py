"""For all tests: none has a deadline, since machines are noisy and what is called first reads its tables."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

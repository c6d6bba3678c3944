"""Trigger words and phrases → frames: who has which role where a sentence tells a deal."""

"""Frames → tellings: the parties of one place in a text, how far the deal is, how much and when."""

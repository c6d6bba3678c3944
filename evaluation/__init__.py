"""`make evaluate`: how good the deals and texts are, measured on gold data that lies outside the repository."""

"""`scrapy relink`: stored reports → the deals that they tell, decided anew, and what that changes."""

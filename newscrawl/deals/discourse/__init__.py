"""What a text is about from sentence to sentence: whom "it", "the company" or a side left out means."""

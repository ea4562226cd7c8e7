"""What a number is that is written in digits, words or both."""

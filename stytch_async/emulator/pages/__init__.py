"""The pages of Stytch that browsers come to: start URLs, and where identity providers send them back to."""

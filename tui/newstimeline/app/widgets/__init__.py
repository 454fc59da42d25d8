"""The widgets, one a file. They show values and post messages; the screen decides what follows."""

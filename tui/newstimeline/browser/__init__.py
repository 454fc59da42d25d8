"""The browser without a screen: the view, questions to the library and their answers, for `app` and `plain` to draw."""

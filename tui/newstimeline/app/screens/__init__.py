"""The screens: they hold the state, route the widgets' messages and decide what follows."""

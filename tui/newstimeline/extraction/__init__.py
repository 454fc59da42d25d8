"""From an article to its times, quotes, people, places and events, each with the words that it rests on.

The way in is `newstimeline.extraction.pipeline.Extractor`. Nothing is imported here, so that naming the package
does not load the language model.
"""

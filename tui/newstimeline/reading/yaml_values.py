"""YAML from outside, read so that it can't grow: all is texts, lists and mappings, and nothing is referred to."""

from __future__ import annotations


class YamlError(ValueError):
    """What is no YAML that is read; the message goes on from its subject, as "is no YAML that could be read: ..."."""


def read_yaml(text: str) -> object:
    """The value of one document.

    Raises:
        YamlError: it is none, has aliases, or is nested too deeply.
    """
    import yaml

    class Loader(yaml.BaseLoader):
        """Every value a text, and no aliases, of which a few lines make gigabytes."""

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("it has aliases")
            return super().compose_node(parent, index)

    try:
        return yaml.load(text, Loader)
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        raise YamlError(f"is no YAML that could be read: {reason}") from None
    except RecursionError:
        raise YamlError("is nested too deeply") from None
    except ValueError as error:
        raise YamlError(f"is no YAML that could be read: {error}") from None

"""Turn historical minutes, proceedings and speeches into TEI-XML whose every character and tag is accounted for."""

__version__ = "0.1.0"

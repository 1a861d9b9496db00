"""The edition: from a TEI file to the tree that the stylesheets make its pages of; nothing here writes HTML."""

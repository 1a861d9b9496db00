"""From a source and a profile to proven TEI: blocks, annotations, the sweep, the proof."""

"""A cell magic for notebooks: `%load_ext chaingraph_magic`, then cells that begin with `%%chaingraph`.

What follows the name goes to the program, as in `%%chaingraph --detail operations`; after
`%%chaingraph plot` the cell is drawn as a plot.
"""

import shlex
import subprocess
import sys

from IPython.display import SVG


def chaingraph(line, cell):
    """Draws a cell and returns the picture; what is wrong with it is written below the cell."""
    words = shlex.split(line)
    command = words.pop(0) if words[:1] == ["plot"] else "render"
    run = subprocess.run(
        ["chaingraph", command, "-", "--quiet", *words],
        input=cell, capture_output=True, encoding="utf-8")
    sys.stderr.write(run.stderr)
    return SVG(run.stdout) if run.stdout else None


def load_ipython_extension(ipython):
    """Makes the magic known to a notebook."""
    ipython.register_magic_function(chaingraph, magic_kind="cell")

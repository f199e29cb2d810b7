"""LibreOffice as a step of other readers. `cargo xtask readers` says where its faces are, in $HUIBIAN_READERS."""

import os
import pathlib
import subprocess
import sys

# LibreOffice leaves out, and says nothing, what goes beyond some 250 files.
FILES_A_RUN = 100
HOME = pathlib.Path(os.environ["HUIBIAN_READERS"])


def environment():
    """What LibreOffice is to run in."""
    return dict(os.environ, FONTCONFIG_FILE=str(HOME / "fonts.conf"))


def pdfs(files, folder):
    """A PDF for every file, in the order of the files."""
    made = []
    for start in range(0, len(files), FILES_A_RUN):
        some = files[start:start + FILES_A_RUN]
        out = folder / f"run{start}"
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", str(out), *map(str, some)],
            check=True, env=environment(), stdout=subprocess.DEVNULL, timeout=600)
        there = len(list(out.glob("*.pdf")))
        if there != len(some):
            sys.exit(f"LibreOffice made {there} PDFs of {len(some)} files")
        made += [out / (file.stem + ".pdf") for file in some]
    return made

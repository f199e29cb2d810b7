"""Renew the tables of contents in files through LibreOffice's own interface, which the system's Python has (python3-uno).

renew.py PIPE FILE ...   writes FILE.odt beside each; LibreOffice listens at the pipe, and ends.
"""

import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def desktop(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(120):
        try:
            found = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return found.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", found)
        except NoConnectException:
            time.sleep(0.5)
    sys.exit("LibreOffice does not answer")


def main(pipe, *files):
    office = desktop(pipe)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    for file in files:
        url = pathlib.Path(file).as_uri()
        document = office.loadComponentFromURL(url, "_blank", 0, (hidden,))
        for number in range(document.DocumentIndexes.Count):
            document.DocumentIndexes.getByIndex(number).update()
        document.storeToURL(url + ".odt", ())
        document.close(True)
    office.terminate()


main(*sys.argv[1:])

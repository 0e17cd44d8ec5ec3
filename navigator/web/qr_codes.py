"""QR codes: addresses that a phone's camera reads."""

import segno
from markupsafe import Markup


def qr_code(address: str) -> Markup:
    """Draw an address as a QR code."""
    code = segno.make(address, error="l", micro=False)
    drawing = code.svg_inline(scale=4, border=2, svgclass="qr-code", lineclass=None, omitsize=True)
    return Markup(drawing)  # noqa: S704 - segno draws it; the address stands in no text of it

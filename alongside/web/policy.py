"""What a browser may do with our pages. Sent with every answer."""

from functools import cache

from alongside.web import stylesheet

HSTS = "max-age=31536000; includeSubDomains"


@cache
def headers() -> dict[str, str]:
    """Header names and values, the same for every page of this installation."""
    return {
        "Content-Security-Policy": content_security_policy(stylesheet.fingerprint()),
        "X-Content-Type-Options": "nosniff",
        # "no-referrer" would make browsers send `Origin: null` with every form.
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Permissions-Policy": (
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
            "interest-cohort=(), browsing-topics=(), clipboard-read=()"
        ),
        "X-Frame-Options": "DENY",
    }


def content_security_policy(*styles: str) -> str:
    """Nothing from elsewhere. `styles` are fingerprints of the sheets put into a page."""
    inlined = " ".join(["'self'", *(f"'{style}'" for style in styles)])
    return (
        "default-src 'none'; "
        "script-src 'self'; "
        f"style-src {inlined}; "
        "img-src 'self' data:; "
        "font-src 'self'; "
        "connect-src 'self'; "
        "manifest-src 'self'; "
        "form-action 'self'; "
        "frame-ancestors 'none'; "
        "base-uri 'none'; "
        "object-src 'none'; "
        "require-trusted-types-for 'script'; "
        "trusted-types alongside"
    )

"""Copy the front-end assets that the pages need from node_modules into the static folder.

Writes a manifest with versions, licences and SHA-256; `tests/web/test_assets.py` recomputes it.
"""

import hashlib
import json
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "src/anskaff/web/static/vendor"
FILES = {
    "@digdir/designsystemet-css": {
        "dist/src/index.css": "designsystemet.css",
        "dist/theme/designsystemet.css": "theme.css",
    },
    "@digdir/designsystemet-web": {"dist/umd/index.js": "designsystemet.js"},
    "@fontsource-variable/inter": {
        "files/inter-latin-wght-normal.woff2": "inter-latin.woff2",
        "files/inter-latin-ext-wght-normal.woff2": "inter-latin-ext.woff2",
    },
}
SOURCE_MAP = re.compile(rb"(/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=.*)")


def main() -> None:
    """Lay the vendor folder anew."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    manifest = []
    for package, files in FILES.items():
        about = json.loads((MODULES / package / "package.json").read_text())
        for source, target in files.items():
            content = (MODULES / package / source).read_bytes()
            if target.endswith((".css", ".js")):
                content = SOURCE_MAP.sub(b"", content)
            (VENDOR / target).write_bytes(content)
            manifest.append(
                {
                    "file": target,
                    "package": package,
                    "version": about["version"],
                    "licence": about["license"],
                    "sha256": hashlib.sha256(content).hexdigest(),
                }
            )
    (VENDOR / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env bash
# Make the AppImage of the frozen program:
#
#     packaging/linux/appimage.sh FROZEN OUT
#
# The runtime that an AppImage begins with is fetched from WHATSIT_APPIMAGE_RUNTIME (an address or a file), and is used
# only if it has the SHA-256 in WHATSIT_APPIMAGE_RUNTIME_SHA256. Needs curl, mksquashfs and the Python that froze the
# program. The same program, commit and runtime give the same bytes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
frozen=$1
out=$2
python=${PYTHON:-python3}
id=app.whatsit.Whatsit
: "${WHATSIT_APPIMAGE_RUNTIME:?says where the runtime of AppImages is}"
: "${WHATSIT_APPIMAGE_RUNTIME_SHA256:?says which runtime is wanted}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [[ -f $WHATSIT_APPIMAGE_RUNTIME ]]; then
    cp "$WHATSIT_APPIMAGE_RUNTIME" "$work/runtime"
else
    curl --fail --silent --show-error --location --proto '=https' --output "$work/runtime" "$WHATSIT_APPIMAGE_RUNTIME"
fi
echo "$WHATSIT_APPIMAGE_RUNTIME_SHA256  $work/runtime" | sha256sum --check --quiet

read -r version machine epoch < <("$python" "$here/tree.py" "$frozen" "$work/tree")
ln -s usr/bin/whatsit "$work/tree/AppRun"
ln -s "usr/share/applications/$id.desktop" "$work/tree/$id.desktop"
ln -s "usr/share/icons/hicolor/256x256/apps/$id.png" "$work/tree/$id.png"
ln -s "$id.png" "$work/tree/.DirIcon"

touch --no-dereference --date="@$epoch" "$work/tree"/{AppRun,"$id.desktop","$id.png",.DirIcon} "$work/tree"
mkdir -p "$out"
image="$out/whatsit-$version-$machine.AppImage"
SOURCE_DATE_EPOCH=$epoch mksquashfs "$work/tree" "$work/image" -comp zstd -Xcompression-level 12 \
    -root-owned -noappend -no-progress -quiet >&2
cat "$work/runtime" "$work/image" > "$image"
chmod 755 "$image"
echo "$image"

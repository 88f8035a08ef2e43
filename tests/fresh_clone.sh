#!/bin/sh
# Do both README commands work on a machine that has nothing of this project? Clones it (what is
# committed) and runs them with an empty home and empty caches. Of the environment only PATH and
# what tells pip and uv of an index, a proxy or a certificate goes in. Ends with "fresh clone: ok".
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT INT TERM
mkdir "$place/home" "$place/cache" "$place/tmp"
git clone --quiet --no-hardlinks "$root" "$place/clone"

kept() { # NAME=value of the variables that reach an index, quoted for the shell
    env | sed -n "s/'/'\\\\''/g; s/^\(\(PIP\|UV\)_[A-Z_]*\(INDEX\|LINKS\|CERT\|HOST\|TLS\|TIMEOUT\)[A-Z_]*\)=\(.*\)/\1='\4'/p;
        s/^\(\(HTTPS\?\|NO\|ALL\|https\?\|no\|all\)_\(PROXY\|proxy\)\)=\(.*\)/\1='\4'/p;
        s/^\(SSL_CERT_FILE\|SSL_CERT_DIR\|REQUESTS_CA_BUNDLE\)=\(.*\)/\1='\2'/p"
}

in_clone() {
    started=$(date +%s)
    status=0
    (
        cd "$place/clone"
        eval "exec env -i $(kept | tr '\n' ' ') PATH=\"\$PATH\" HOME=\"\$place/home\" \
            LANG=C.UTF-8 TMPDIR=\"\$place/tmp\" XDG_CACHE_HOME=\"\$place/cache\" \
            PIP_CACHE_DIR=\"\$place/cache/pip\" UV_CACHE_DIR=\"\$place/cache/uv\" \"\$@\""
    ) || status=$?
    echo "fresh clone: $* ended with status $status after $(($(date +%s) - started)) s"
    [ "$status" -eq 0 ] || exit "$status"
}

in_clone make demo
[ -s "$place/clone/build/demo/out.parquet" ] || { echo "fresh clone: the demo wrote no result"; exit 1; }
[ -s "$place/clone/build/demo/report.html" ] || { echo "fresh clone: the demo wrote no report"; exit 1; }
in_clone make test
[ -z "$(git -C "$place/clone" status --porcelain)" ] || {
    echo "fresh clone: the commands left files that git does not ignore:"
    git -C "$place/clone" status --porcelain
    exit 1
}
echo "fresh clone: ok"

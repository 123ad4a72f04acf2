#!/bin/sh
# Regenerates tests/data/recorded with Cassandra itself. See README.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
version=5.0.8
jars=${CQLITE_ORACLE_CACHE:-$HOME/.cache/cqlite-oracle}/$version
corpus=${CQLITE_SHARED:-$here/../../../../shared}/corpus
if [ -z "$(ls "$jars"/cassandra-all-*.jar 2>/dev/null)" ]; then
    work=$(mktemp -d)
    cat > "$work/pom.xml" <<POM
<project><modelVersion>4.0.0</modelVersion><groupId>cqlite</groupId><artifactId>oracle</artifactId><version>1</version>
<dependencies><dependency><groupId>org.apache.cassandra</groupId><artifactId>cassandra-all</artifactId>
<version>$version</version></dependency></dependencies></project>
POM
    mvn -q -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$jars"
    rm -rf "$work"
fi
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
javac -nowarn -cp "$jars/*" -d "$classes" "$here/Vectors.java"
test -d "$corpus" || corpus=
exec java -Dlogback.configurationFile="$here/quiet.xml" -ea -Xss8m \
    --add-exports java.base/jdk.internal.misc=ALL-UNNAMED --add-exports java.base/jdk.internal.ref=ALL-UNNAMED \
    --add-exports java.base/sun.nio.ch=ALL-UNNAMED --add-exports java.rmi/sun.rmi.registry=ALL-UNNAMED \
    --add-opens java.base/jdk.internal.ref=ALL-UNNAMED --add-opens java.base/sun.nio.ch=ALL-UNNAMED \
    --add-opens java.base/java.nio=ALL-UNNAMED --add-opens java.base/java.io=ALL-UNNAMED \
    --add-opens java.base/java.lang=ALL-UNNAMED --add-opens java.base/java.util=ALL-UNNAMED \
    -cp "$classes:$jars/*" Vectors "$here/../recorded" $corpus

# Sourced by deploy/test: which modules --quick builds and which classes it tests.

# Every file that differs from the commit $1, also what is not committed and what git does not know yet.
changed_files() {
  git diff --name-only "$1" -- && git ls-files --others --exclude-standard
}

# The module of each file that stands in one, or "tests of MODULE", on which no other depends; "everything" for what all
# modules are built by; for a document that a test reads, the module of that test; nothing for any other.
modules_of() {
  awk '
    FILENAME == "pom.xml" { if (match($0, /<module>.*<\/module>/)) modules[substr($0, RSTART + 8, RLENGTH - 17)]; next }
    $0 == "pom.xml" || /^\.mvn\// { print "everything"; next }
    /\.md$/ && !/^docs\// { next }
    { for (module in modules) if (index($0, module "/") == 1) print (index($0, module "/src/test/") == 1 ? "tests of " : "") module }
    /^deploy\/keycloak\// { print "deploy/launcher" }
    /^docs\/asyncapi.yaml$/ { print "platform/events" }
    /^docs\/api\// { print "deploy/launcher" }
    /^docs\/rules.md$/ { print "system-tests" }' pom.xml - | sort -u
}

# Of what modules_of says: "test MODULE" for the modules and all that depend on them, "build MODULE" for all that these
# depend on.
reach_of() {
  local modules
  modules=$(sed -n 's:.*<module>\(.*\)</module>.*:\1/pom.xml:p' pom.xml)
  # shellcheck disable=SC2086
  awk '
    function reach(module, edges, found,   next_) {
      if (module in found) return
      found[module]
      for (next_ in folders) if ((module, folders[next_]) in edges) reach(folders[next_], edges, found)
    }
    FILENAME == "-" { if (sub(/^tests of /, "")) tested[$0]; else changed[$0]; next }
    FNR == 1 { folder = FILENAME; sub(/\/pom.xml$/, "", folder); named = 0; ours = 0 }
    /<\/parent>/ { named = 1; next }
    named == 1 && /<artifactId>/ { folders[word($0)] = folder; named = 2; next }
    named == 2 && /<groupId>/ { ours = word($0) == "org.anchang"; next }
    named == 2 && ours && /<artifactId>/ { needs[folder, word($0)]; ours = 0 }
    function word(line) { gsub(/.*<[A-Za-z]*>|<\/.*/, "", line); return line }
    END {
      for (pair in needs) {
        split(pair, ends, SUBSEP)
        if (ends[2] in folders) { up[ends[1], folders[ends[2]]]; down[folders[ends[2]], ends[1]] }
      }
      for (name in folders) if ("everything" in changed || folders[name] in changed) reach(folders[name], down, reached)
      for (module in reached) tested[module]
      for (module in tested) { reach(module, up, built); print "test " module }
      for (module in built) print "build " module
    }' - $modules
}

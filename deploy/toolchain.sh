# Sourced by deploy/up and deploy/test: finds a JDK 25 or newer and Maven, and runs Maven with brief progress.
# It sets JAVA_HOME and MVN, or says what to install and ends.

fail() {
  printf 'deploy/%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

say() {
  printf '[%6d s] %s\n' "$SECONDS" "$*"
}

# The major version of the JDK in a folder; 0 where there is none.
jdk_major() {
  local version=""
  if [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
    if [ -z "$version" ]; then
      version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
    fi
  fi
  printf '%s' "${version:-0}"
}

# The folder of the java that the PATH finds, links followed.
path_jdk() {
  local java folder link
  java=$(command -v java) || return 0
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=$(dirname "$java")/$link ;;
    esac
  done
  folder=$(cd "$(dirname "$java")/.." && pwd -P) && printf '%s' "$folder"
}

jdk_candidates() {
  local folder
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  path_jdk && printf '\n'
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25+ 2>/dev/null
  fi
  for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    printf '%s\n' "$folder"
  done
}

find_jdk() {
  local candidate found=""
  while IFS= read -r candidate; do
    if [ -n "$candidate" ] && [ "$(jdk_major "$candidate")" -ge 25 ]; then
      found=$candidate
      break
    fi
  done < <(jdk_candidates)
  if [ -z "$found" ]; then
    fail "no JDK 25 or newer was found (looked at JAVA_HOME, PATH and the usual places); install one, such as" \
      "Eclipse Temurin 25 or OpenJDK 25, or set JAVA_HOME to it"
  fi
  export JAVA_HOME=$found
}

find_maven() {
  if command -v mvn >/dev/null; then
    MVN=mvn
  elif [ -x "${MAVEN_HOME:-}/bin/mvn" ]; then
    MVN=$MAVEN_HOME/bin/mvn
  elif [ -x "${M2_HOME:-}/bin/mvn" ]; then
    MVN=$M2_HOME/bin/mvn
  elif [ -x "$HOME/.sdkman/candidates/maven/current/bin/mvn" ]; then
    MVN=$HOME/.sdkman/candidates/maven/current/bin/mvn
  else
    fail "Maven was not found; install Maven 3.8 or newer (apt install maven, brew install maven) or set MAVEN_HOME"
  fi
}

# Builds with Maven, keeping all it says in a log and showing modules, tests and errors. $1: the log; the rest: for Maven.
maven() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  # Maven leaves what is gone from the sources in target: a migration that has another name now would be applied twice.
  rm -rf ./*-service/target/classes/db platform/*/target/*classes/db
  # Maven itself runs for minutes at most: quick compilation serves it best.
  MAVEN_OPTS=${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms1g -Xmn512m -Xmx3g} "$MVN" -B "$@" 2>&1 | tee "$log" | awk '
    /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ { $1 = ""; print "  " $0; fflush(); next }
    /^\[[A-Z]+\] Tests run:.* in / { sub(/^\[[A-Z]+\] /, ""); print "      " $0; fflush(); next }
    /^\[ERROR\]/ { print; fflush() }'
  return "${PIPESTATUS[0]}"
}

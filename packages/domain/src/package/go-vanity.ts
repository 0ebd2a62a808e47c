/** A Go import path that is not the address of its repository, and where the public rule or its go-import line leads. */
export interface VanityProject {
  readonly project: string;
  /** The import path from which on everything belongs to the project. */
  readonly root: string;
}

/** Null for a path for which no public rule is known. */
export function vanityProject(path: string): VanityProject | null {
  return gopkgIn(path) ?? byTable(path) ?? byFirstSegment(path);
}

/** labix.org/gopkg.in: `gopkg.in/pkg.v3` is github.com/go-pkg/pkg, `gopkg.in/user/pkg.v3` is github.com/user/pkg. */
function gopkgIn(path: string): VanityProject | null {
  const match =
    /^(gopkg\.in\/(?:([A-Za-z0-9][A-Za-z0-9-]*)\/)?([A-Za-z][A-Za-z0-9-]*)\.v\d+(?:-unstable)?)(?:\/|$)/.exec(
      path,
    );
  if (match === null) return null;
  const [, root = "", user, name = ""] = match;
  return { project: `github.com/${user ?? `go-${name}`}/${name}`.toLowerCase(), root };
}

function byTable(path: string): VanityProject | null {
  for (const [root, project] of ROOTS) {
    if (path === root || path.startsWith(`${root}/`)) return { project, root };
  }
  return null;
}

/** Domains that serve each first segment as a repository of one owner. */
function byFirstSegment(path: string): VanityProject | null {
  for (const [domain, owner] of OWNERS) {
    if (!path.startsWith(`${domain}/`)) continue;
    const name = path.slice(domain.length + 1).split("/")[0] ?? "";
    return /^[A-Za-z0-9._-]+$/.test(name)
      ? { project: `${owner}/${name.toLowerCase()}`, root: `${domain}/${name}` }
      : null;
  }
  return null;
}

const OWNERS: readonly (readonly [string, string])[] = [
  // golang.org/x/… is served by the Go project's own Gerrit.
  ["golang.org/x", "go.googlesource.com"],
  ["sigs.k8s.io", "github.com/kubernetes-sigs"],
  ["k8s.io", "github.com/kubernetes"],
  ["go.uber.org", "github.com/uber-go"],
  ["go.etcd.io", "github.com/etcd-io"],
  ["knative.dev", "github.com/knative"],
  ["istio.io", "github.com/istio"],
  ["mvdan.cc", "github.com/mvdan"],
];

/** From the go-import lines that these paths serve; the longer path stands before the shorter one. */
const ROOTS: readonly (readonly [string, string])[] = [
  ["google.golang.org/grpc", "github.com/grpc/grpc-go"],
  ["google.golang.org/protobuf", "go.googlesource.com/protobuf"],
  ["google.golang.org/genproto", "github.com/googleapis/go-genproto"],
  ["google.golang.org/api", "github.com/googleapis/google-api-go-client"],
  ["google.golang.org/appengine", "github.com/golang/appengine"],
  ["cloud.google.com/go", "github.com/googleapis/google-cloud-go"],
  ["go.opencensus.io", "github.com/census-instrumentation/opencensus-go"],
  ["go.opentelemetry.io/contrib", "github.com/open-telemetry/opentelemetry-go-contrib"],
  ["go.opentelemetry.io/collector", "github.com/open-telemetry/opentelemetry-collector"],
  ["go.opentelemetry.io/auto", "github.com/open-telemetry/opentelemetry-go-instrumentation"],
  ["go.opentelemetry.io/proto", "github.com/open-telemetry/opentelemetry-proto-go"],
  ["go.opentelemetry.io/otel", "github.com/open-telemetry/opentelemetry-go"],
  ["go.mongodb.org/mongo-driver", "github.com/mongodb/mongo-go-driver"],
  ["go.starlark.net", "github.com/google/starlark-go"],
  ["gorm.io/gorm", "github.com/go-gorm/gorm"],
  ["go.yaml.in/yaml", "github.com/yaml/go-yaml"],
  ["gotest.tools", "github.com/gotestyourself/gotest.tools"],
  ["gonum.org/v1/gonum", "github.com/gonum/gonum"],
  ["honnef.co/go/tools", "github.com/dominikh/go-tools"],
  ["filippo.io/edwards25519", "github.com/filosottile/edwards25519"],
  ["filippo.io/age", "github.com/filosottile/age"],
  ["dario.cat/mergo", "github.com/darccio/mergo"],
  ["helm.sh/helm", "github.com/helm/helm"],
  ["oras.land/oras-go", "github.com/oras-project/oras-go"],
  ["modernc.org/sqlite", "gitlab.com/cznic/sqlite"],
];

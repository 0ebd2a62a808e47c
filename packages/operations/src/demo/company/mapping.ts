/** Where packages of which no file says it come from: what a program office knows and has confirmed. */
export const knownRepositories: Readonly<Record<string, readonly string[]>> = {
  "github.com/serde-rs/serde": ["pkg:cargo/serde", "pkg:cargo/serde_core", "pkg:cargo/serde_derive"],
  "github.com/serde-rs/json": ["pkg:cargo/serde_json"],
  "github.com/tokio-rs/tokio": ["pkg:cargo/tokio", "pkg:cargo/tokio-*"],
  "github.com/rust-lang/regex": ["pkg:cargo/regex", "pkg:cargo/regex-*"],
  "github.com/dtolnay/syn": ["pkg:cargo/syn"],
  "github.com/babel/babel": ["@babel/*"],
};

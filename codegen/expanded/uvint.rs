// Written by `expand` from the specification uvint.ksy. Do not edit.

#[allow(unused_imports, reason = "not every file needs them")]
use ::cqlite_runtime as __rt;
#[allow(unused_imports, reason = "not every file needs them")]
use __rt::sink::Sink as _;

//! What checks need that a checkout does not have: installed below `target/`, once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{cargo, command, output, run};
use crate::stop::{Result, Stop};
use crate::workspace::Workspace;

/// Programs that have to be on the machine.
///
/// # Errors
/// `Lacking`, naming the first that is not there.
pub fn programs(workspace: &Workspace, names: &[&str]) -> Result<()> {
    let found = |name: &str| output(command(workspace, name).arg("--version")).is_some();
    match names.iter().find(|name| !found(name)) {
        Some(name) => Err(Stop::Lacking(format!("{name} is not installed"))),
        None => Ok(()),
    }
}

/// The nightly toolchain, which fuzzing needs.
///
/// # Errors
/// `Lacking` if there is none.
pub fn nightly(workspace: &Workspace) -> Result<()> {
    let found = output(&mut cargo(workspace, ["+nightly", "--version"]));
    let lacking = || Stop::Lacking("there is no nightly toolchain (rustup toolchain install nightly)".to_owned());
    found.map(drop).ok_or_else(lacking)
}

/// A command of Cargo's from crates.io, at the version that the checks were written for.
///
/// # Errors
/// `Failed` if it cannot be installed.
pub fn cargo_tool(workspace: &Workspace, name: &str, version: &str) -> Result<()> {
    let word = name.trim_start_matches("cargo-");
    let installed = output(&mut cargo(workspace, [word, "--version"]));
    if installed.is_some_and(|text| text.split_whitespace().any(|w| w == version)) {
        return Ok(());
    }
    let tools = workspace.tools();
    // Without optimisation: it is built more often than its speed matters.
    let mut install = cargo(workspace, ["install", "--locked", "--debug", name, "--version", version, "--root"]);
    run(install.arg(&tools).env("CARGO_TARGET_DIR", tools.join("build")).env("CARGO_PROFILE_DEV_DEBUG", "false"))?;
    // What is left of building it is large.
    let _ = fs::remove_dir_all(tools.join("build"));
    Ok(())
}

/// The npm packages of a folder.
///
/// # Errors
/// `Lacking` without Node, `Failed` if they cannot be installed.
pub fn npm(workspace: &Workspace, folder: &str) -> Result<()> {
    programs(workspace, &["node", "npm"])?;
    let folder = workspace.path(folder);
    let modules = folder.join("node_modules");
    once(&folder.join("package-lock.json"), &modules.join(".installed"), || {
        run(command(workspace, "npm").args(["ci", "--no-audit", "--no-fund", "--prefix"]).arg(&folder))
    })
}

/// A Python with the packages of a list of requirements.
///
/// # Errors
/// `Lacking` without Python, `Failed` if they cannot be installed.
pub fn python(workspace: &Workspace, requirements: &str) -> Result<PathBuf> {
    programs(workspace, &["python3"])?;
    let venv = workspace.tools().join("venv");
    let python = venv.join("bin/python");
    let requirements = workspace.path(requirements);
    once(&requirements, &venv.join(".installed"), || {
        run(command(workspace, "python3").args(["-m", "venv", "--clear"]).arg(&venv))?;
        let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
        run(Command::new(&python).args(install).arg(&requirements))
    })?;
    Ok(python)
}

/// The `usr` folder of Debian's packages and of all that they need and the machine lacks: unpacked below `target/`, as nobody but root may
/// install them, and the machine's own compiler is not to change. `file` is one that they bring.
///
/// # Errors
/// `Lacking` where there is no apt or it does not have them, `Failed` if they cannot be unpacked.
pub fn debian(workspace: &Workspace, packages: &[&str], file: &str) -> Result<PathBuf> {
    let folder = workspace.tools().join(packages[0]);
    let found = |usr: &Path| usr.join(file).exists().then(|| usr.to_path_buf());
    if let Some(usr) = found(&folder.join("usr")).or_else(|| found(Path::new("/usr"))) {
        return Ok(usr);
    }
    programs(workspace, &["apt-get", "dpkg"])?;
    let lacking = |why: &str| Stop::Lacking(format!("{}: {why}", packages.join(", ")));
    let plan =
        output(command(workspace, "apt-get").args(["install", "--simulate", "--no-install-recommends"]).args(packages))
            .ok_or_else(|| lacking("apt does not have them (apt-get update, as root, may help)"))?;
    let names: Vec<&str> = plan.lines().filter_map(|line| line.strip_prefix("Inst ")?.split(' ').next()).collect();
    // Until all of it is there it has another name.
    let partial = folder.with_extension("partial");
    let _ = fs::remove_dir_all(&partial);
    fs::create_dir_all(&partial).map_err(|e| Stop::Failed(format!("{}: {e}", partial.display())))?;
    run(command(workspace, "apt-get").arg("download").args(&names).current_dir(&partial))
        .map_err(|_| lacking("apt cannot download them"))?;
    run(command(workspace, "sh")
        .args(["-c", "for f in *.deb; do dpkg -x \"$f\" . && rm \"$f\" || exit; done"])
        .current_dir(&partial))?;
    fs::rename(&partial, &folder).map_err(|e| Stop::Failed(format!("{}: {e}", folder.display())))?;
    found(&folder.join("usr")).ok_or_else(|| lacking(&format!("they have no {file}")))
}

/// Installs unless `stamp` says that it was done for the `list` as it is.
fn once(list: &Path, stamp: &Path, install: impl FnOnce() -> Result<()>) -> Result<()> {
    let failed = |path: &Path, e: std::io::Error| Stop::Failed(format!("{}: {e}", path.display()));
    let wanted = fs::read(list).map_err(|e| failed(list, e))?;
    if fs::read(stamp).is_ok_and(|done| done == wanted) {
        return Ok(());
    }
    install()?;
    fs::write(stamp, wanted).map_err(|e| failed(stamp, e))
}

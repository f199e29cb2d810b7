//! A workspace of any number of units: one example unit under as many names, in a report of 3,000 characters.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

const EXAMPLE: &str = "data/2023Q2/yunxi.toml";
const EXAMPLE_NAME: &str = "云溪镇";

/// Makes the workspace and returns the units' names, in order.
///
/// # Errors
/// Where the checkout's example cannot be read or the workspace not written.
pub fn generate(workspace: &Path, count: u32) -> Result<Vec<String>> {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let data = workspace.join("data/2023Q2");
    fs::create_dir_all(&data)?;
    fs::create_dir_all(workspace.join("templates"))?;
    fs::copy(checkout.join("workspace.toml"), workspace.join("workspace.toml"))?;
    let template = "templates/ideology.hbs";
    fs::copy(checkout.join("crates/bench/report/ideology.hbs"), workspace.join(template))
        .context(template)?;
    let example = fs::read_to_string(checkout.join(EXAMPLE)).context(EXAMPLE)?;
    let names: Vec<String> = (0..count).map(name).collect();
    for (index, name) in names.iter().enumerate() {
        fs::write(data.join(format!("unit-{index:06}.toml")), example.replacen(EXAMPLE_NAME, name, 1))?;
    }
    Ok(names)
}

/// Puts each unit's name behind every comma of its data. A typesetter sets a paragraph once that many documents have.
///
/// # Errors
/// Where the data cannot be read or written.
#[cfg(feature = "pdf")]
pub fn make_different(workspace: &Path, names: &[String]) -> Result<()> {
    for (index, name) in names.iter().enumerate() {
        let file = workspace.join(format!("data/2023Q2/unit-{index:06}.toml"));
        let text = fs::read_to_string(&file)?;
        fs::write(file, text.replace('，', &format!("，{name}")))?;
    }
    Ok(())
}

/// Has a generated workspace set its PDFs in the free faces of a folder, in the places of the official ones.
///
/// # Errors
/// Where the workspace cannot be read or written.
#[cfg(feature = "pdf")]
pub fn set_in_free_faces(workspace: &Path, fonts: &Path) -> Result<()> {
    const STYLE: &str = r#"inherits = "gbt9704"

[substitutes]
"仿宋_GB2312" = ["FandolFang R"]
"楷体_GB2312" = ["FandolKai"]
"黑体" = ["FandolHei"]
"方正小标宋简体" = ["FandolSong"]
"宋体" = ["FandolSong"]
"Times New Roman" = ["Liberation Serif"]
"#;
    let styles = workspace.join("templates/styles");
    fs::create_dir_all(&styles)?;
    fs::write(styles.join("free.toml"), STYLE)?;
    let settings = workspace.join("workspace.toml");
    let text = fs::read_to_string(&settings)?;
    let text = text.replace("styles/gbt9704.toml", "styles/free.toml");
    let folder = format!("[output]\nfonts = [{:?}]", fonts.display().to_string());
    fs::write(settings, text.replace("[output]", &folder))?;
    Ok(())
}

/// An invented name, one of 20 × 20 × 20 × 20.
fn name(index: u32) -> String {
    let syllables: Vec<char> = "东西南北青白云石清水龙泉长安新平河山林湖".chars().collect();
    let mut rest = index as usize;
    let mut name = String::new();
    for _ in 0..4 {
        name.push(syllables[rest % syllables.len()]);
        rest /= syllables.len();
    }
    name + "镇"
}

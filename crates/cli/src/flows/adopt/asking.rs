//! Questions about what is uncertain, at a terminal.

use std::io::{self, BufRead, Write};

use huibian_adopt::answers::Answers;
use huibian_adopt::questions::{About, Question};
use huibian_contract::Period;

use crate::harmless::harmless;
use crate::print::Printer;

/// What takes all that is proposed from there on.
const REST: &str = ".";

/// Asks one question after another; whoever says nothing more is asked no more.
///
/// # Errors
/// Where the terminal is gone.
pub fn ask(
    printer: &Printer,
    questions: &[Question],
    answers: &mut Answers,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> io::Result<()> {
    if questions.is_empty() {
        return Ok(());
    }
    writeln!(output, "{}", printer.text("adopt-ask", &[("count", &questions.len())]))?;
    for (number, question) in questions.iter().enumerate() {
        let put = put(printer, question, number + 1, questions.len());
        write!(output, "\n{}", harmless(&put, false))?;
        let Some(said) = answer(printer, question, input, output)? else { return Ok(()) };
        if !said.is_empty() || !matches!(question.about, About::Unit | About::Period) {
            answers.take(question, &said);
        }
    }
    Ok(())
}

/// A question as it stands at the terminal, what it chooses from below it.
fn put(printer: &Printer, question: &Question, number: usize, all: usize) -> String {
    let (before, text, behind) = &question.sentence;
    let before: String = before.chars().rev().take(16).collect::<Vec<_>>().into_iter().rev().collect();
    let behind: String = behind.chars().take(12).collect();
    let short: String = text.chars().take(40).collect();
    let sentence = if text.is_empty() && before.is_empty() {
        String::new()
    } else {
        format!("…{before}[{short}]{behind}…")
    };
    let about = match question.about {
        About::Unit => "unit",
        About::Period => "period",
        About::Column => "column",
        About::Wording => "wording",
        About::Same => "same",
        About::Name => "name",
    };
    let asked = printer.text(
        "adopt-ask-about",
        &[("about", &about), ("subject", &question.subject), ("other", &question.proposal)],
    );
    let mut lines = vec![format!("{number}/{all}  {asked}")];
    if !sentence.is_empty() {
        lines.push(format!("     {}", sentence.replace('\n', " ")));
    }
    let choices = choices(printer, question).into_iter().enumerate();
    lines.extend(choices.map(|(at, choice)| format!("     {}  {choice}", at + 1)));
    lines.join("\n") + "\n"
}

/// What a question chooses from, as it is said.
fn choices(printer: &Printer, question: &Question) -> Vec<String> {
    let words = |ids: [&str; 2]| ids.iter().map(|id| printer.text(id, &[])).collect();
    match question.about {
        About::Column => {
            let none = printer.text("adopt-ask-none", &[]);
            question.choices.iter().cloned().chain([none]).collect()
        }
        About::Wording => words(["adopt-ask-data", "adopt-ask-words"]),
        About::Same => words(["adopt-ask-other", "adopt-ask-same"]),
        About::Unit | About::Period | About::Name => Vec::new(),
    }
}

/// What each choice says in the answers.
fn meant(question: &Question, at: usize) -> String {
    match question.about {
        About::Column => question.choices.get(at).cloned().unwrap_or_default(),
        About::Wording => (at == 1).to_string(),
        About::Same if at == 1 => question.proposal.clone(),
        _ => String::new(),
    }
}

/// What was said; none where nothing more is.
fn answer(
    printer: &Printer,
    question: &Question,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> io::Result<Option<String>> {
    let choices = choices(printer, question).len();
    let proposal = match question.about {
        About::Column => {
            question.choices.iter().position(|one| *one == question.proposal).unwrap_or(choices - 1)
        }
        _ => 0,
    };
    let shown = if choices > 0 { (proposal + 1).to_string() } else { question.proposal.clone() };
    loop {
        write!(output, "     [{}] ", harmless(&shown, false))?;
        output.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 || line.trim() == REST {
            return Ok(None);
        }
        let said = line.trim();
        if choices == 0 {
            let is_right =
                question.about != About::Period || said.is_empty() || said.parse::<Period>().is_ok();
            if is_right {
                return Ok(Some(if said.is_empty() { shown } else { said.to_owned() }));
            }
        } else if said.is_empty() {
            return Ok(Some(meant(question, proposal)));
        } else if let Some(at) = said.parse::<usize>().ok().filter(|at| (1..=choices).contains(at)) {
            return Ok(Some(meant(question, at - 1)));
        }
        writeln!(output, "     {}", printer.text("adopt-ask-again", &[("choices", &choices)]))?;
    }
}

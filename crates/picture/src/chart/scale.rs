//! Where values stand on an axis. Zero is always on it, so that lengths say what they seem to.

/// Steps that a reader counts in.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];
/// The most steps on an axis.
const MOST: f64 = 6.0;

/// An axis from its lowest to its highest mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
    pub step: f64,
}

impl Scale {
    /// The axis of values; where they are whole, so are its marks.
    pub fn of(values: impl Iterator<Item = f64>) -> Self {
        let (mut low, mut high, mut whole) = (0.0_f64, 0.0_f64, true);
        for value in values {
            low = low.min(value);
            high = high.max(value);
            whole &= value.fract() == 0.0;
        }
        if low == 0.0 && high == 0.0 {
            high = 1.0;
        }
        let mut power = 10_f64.powf((high - low).log10().floor() - 1.0);
        if whole {
            power = power.max(1.0);
        }
        let step = loop {
            let fits = |step: &f64| (high / step).ceil() - (low / step).floor() <= MOST;
            match STEPS.iter().map(|step| step * power).find(fits) {
                Some(step) => break step,
                None => power *= 10.0,
            }
        };
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step }
    }

    /// Which part of the axis lies below a value.
    pub fn part(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    /// Its marks from below, and what is printed beside them.
    pub fn marks(&self) -> Vec<(f64, String)> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most MOST steps")]
        let count = ((self.high - self.low) / self.step).round() as u32;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few decimals")]
        let decimals = (-self.step.log10().floor()).max(0.0) as usize;
        let mark = |index| {
            let value = self.low + f64::from(index) * self.step;
            // No minus before a zero that rounding left.
            let value = if value.abs() < self.step / 2.0 { 0.0 } else { value };
            (value, format!("{value:.decimals$}").replace('-', "−"))
        };
        (0..=count).map(mark).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(values: &[f64]) -> String {
        let marks = Scale::of(values.iter().copied()).marks();
        marks.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn marks_are_round_numbers_around_zero() {
        assert_eq!(marks(&[3.0, 5.0]), "0 1 2 3 4 5");
        assert_eq!(marks(&[187.0]), "0 50 100 150 200");
        assert_eq!(marks(&[98.4, 97.1]), "0 20 40 60 80 100");
        assert_eq!(marks(&[-3.0, 12.0]), "−5 0 5 10 15");
        assert_eq!(marks(&[-7.0]), "−8 −6 −4 −2 0");
        assert_eq!(marks(&[0.35, 0.1]), "0.0 0.1 0.2 0.3 0.4");
        assert_eq!(marks(&[0.0]), "0 1");
        assert_eq!(marks(&[1.0]), "0 1");
        assert_eq!(marks(&[1e9]), "0 200000000 400000000 600000000 800000000 1000000000");
    }
}

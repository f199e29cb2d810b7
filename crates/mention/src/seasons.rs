//! Feasts and seasons by which free text tells a time of the year.

/// Feasts and seasons, with the first and last of their months.
#[rustfmt::skip]
pub const SEASONS: [(&str, i8, i8); 45] = [
    ("元旦", 12, 1), ("春节", 1, 2), ("元宵", 1, 3), ("清明", 3, 4), ("五一", 4, 5), ("端午", 5, 6), ("七一", 6, 7), ("八一", 7, 8),
    ("中秋", 9, 10), ("国庆", 9, 10), ("重阳", 9, 10), ("三八", 3, 3), ("六一", 5, 6), ("教师节", 9, 9), ("植树节", 3, 3),
    ("暑假", 7, 9), ("暑期", 7, 9), ("寒假", 1, 2), ("春耕", 2, 5), ("三夏", 5, 6), ("秋收", 8, 11), ("汛期", 4, 10), ("高考", 6, 6),
    ("中考", 6, 7), ("冬至", 12, 12), ("除夕", 1, 2), ("春运", 1, 3), ("正月", 1, 3), ("腊月", 12, 2), ("劳动节", 4, 5),
    ("儿童节", 5, 6), ("妇女节", 3, 3), ("助残日", 5, 5), ("爱耳日", 3, 3), ("三伏", 7, 8), ("双抢", 7, 8), ("秋种", 9, 11),
    ("夏收", 5, 7), ("盛夏", 6, 8), ("酷暑", 6, 9), ("深秋", 10, 11), ("金秋", 8, 11), ("隆冬", 12, 2), ("寒冬", 11, 2), ("初春", 2, 3),
];
/// Beginnings of seasons, with the months in which they lie.
pub const BEGINNINGS: [(&str, i8); 10] = [
    ("入春", 2),
    ("入夏", 5),
    ("入秋", 8),
    ("入冬", 11),
    ("入汛", 3),
    ("入伏", 7),
    ("立春", 2),
    ("立夏", 5),
    ("立秋", 8),
    ("立冬", 11),
];

/// What feasts and seasons are called.
pub fn names() -> impl Iterator<Item = &'static str> {
    SEASONS.into_iter().map(|(name, ..)| name).chain(BEGINNINGS.map(|(name, _)| name))
}

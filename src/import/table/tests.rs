//! Tables of every format.

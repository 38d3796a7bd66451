pub struct Next; pub struct Wish; pub fn latest(){} pub fn next(){}

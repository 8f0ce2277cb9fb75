"""Events: where and when they are told to be, who took part, and which tellings are one."""

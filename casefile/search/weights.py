"""By how much letters, sounds and skeletons make a name like what was typed.

They were fitted on half of 351 pairs of romanisations (research/search.md 5). Letters and sounds
are likenesses from 0 to 1; so is what they come to, up to 1.06.
"""

SPELT_LETTERS, SPELT_BONES = 0.77, 0.23
"""Of a name that is spelt alike: its letters, and its consonants."""

HEARD_LETTERS, HEARD_SOUND, HEARD_BONES = 0.3, 0.53, 0.17
"""Of a name that sounds alike: its letters, its sound, and its consonants."""

HEARD_LESS = 0.061
"""What is taken off a name that sounds alike."""

HEARD_SAME = 0.116
"""What is added where the sound is the same."""

BEGUN, BEGUN_SHARE = 0.816, 0.081
"""Of a name that begins as typed, and the more of it was typed."""

"""Words of a legend or beside a name in, whether they tell students and mentees out: "underlined: student"."""

from pubparse.markers import Role

STUDENT = Role(
    slug="student",
    legend=(
        r"\b(?:(?:under)?graduate|ph\.?\s?d\.?|master'?s?|advised|supervised|my|mentored)?[\s-]*"
        r"(?:students?|mentees?|advisees?|interns?|trainees?)\b"  # and no International Conference
        r"|(?:mentored[\s-]+)?undergrad(?:uate)?s?(?:[\s-]+(?:co-?)?authors?)?"
    ),
    keys=("student", "mentee", "advisee", "intern", "undergrad", "trainee"),
    beside=r"(?:under)?graduate student|student|mentee",
    examples=("^ undergraduate mentee", "§ students I supervise"),
)

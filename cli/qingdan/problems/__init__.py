"""Everything that the SDK raises on purpose, by topic: a class here is public, documented and said by the command."""

from qingdan.problems.base import *
from qingdan.problems.of_lists import *
from qingdan.problems.of_packages import *
from qingdan.problems.of_pages import *
from qingdan.problems.of_rules import *
from qingdan.problems.of_sides import *
from qingdan.problems.of_sites import *
from qingdan.problems.of_tables import *
from qingdan.problems.of_writing import *

#: The names of all of them.
PUBLIC = sorted(name for name, each in vars().items() if isinstance(each, type) and issubclass(each, Problem))

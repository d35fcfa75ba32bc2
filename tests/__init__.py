"""The tests of Qingdan; the folders mirror the rooms of the package."""

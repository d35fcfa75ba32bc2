"""What the system says when it cannot read or write, in the words of people."""

from __future__ import annotations

import errno

from qingdan.words.grammar import Lang, reads_chinese

_ZH = {
    errno.EACCES: "没有权限，或者正被别的程序（WPS、Excel）打开",
    errno.EPERM: "没有权限",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EEXIST: "已经有了",
    errno.ENOTEMPTY: "文件夹里还有东西",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "这个磁盘只能读",
    errno.EBUSY: "正被别的程序使用",
    errno.ENAMETOOLONG: "名字太长",
    errno.ELOOP: "链接绕成了圈",
    errno.EMFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
    errno.EFBIG: "文件太大",
    errno.EXDEV: "在另一个磁盘上",
}


def why(error: OSError, lang: Lang) -> str:
    """Why something could not be read or written.

    Args:
        error: What was raised.
        lang: The system speaks English here, whatever the reader speaks; what it seldom says stays as it is.
    """
    said = error.strerror or str(error)
    return _ZH.get(error.errno or 0, said) if reads_chinese(lang) else said

package org.anchang.kit.problem;

import org.anchang.test.OfficeWords;

class KitWordsTest extends OfficeWords {}

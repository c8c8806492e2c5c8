/// PAP-3: long lists as files: asked for, written by whichever replica is free, kept for a day, given to who asked.
package org.anchang.kit.export;

package dev.countersign.guard.output.value;

import java.util.Set;

/**
 * What programs and words of a shell do, by name: POSIX utilities, the GNU coreutils, and what
 * GTFOBins and LOLBAS list as ways to run something else.
 */
final class Programs {
  /** They only read. */
  static final Set<String> READS =
      words(
          """
          ls cat head tail grep egrep fgrep rg wc sort uniq cut tr echo printf pwd date cal
          whoami id uname hostname df du free uptime ps file stat basename dirname realpath
          readlink which type tree diff cmp comm paste column nl tac rev fold fmt jq yq seq
          sleep true false test [ [[ expr md5sum sha1sum sha256sum sha512sum cksum less more
          man cd bc join strings xxd od hexdump lsblk lscpu nproc arch groups zcat zgrep fd
          bat
          """);

  /** They do what they are given. */
  static final Set<String> INTERPRETERS =
      words(
          """
          sh bash zsh dash ksh fish csh tcsh python python2 python3 perl ruby node nodejs php
          lua pwsh powershell powershell.exe cmd cmd.exe osascript tclsh expect deno bun irb
          ghci scala groovy jshell rscript gdb mshta wscript cscript rundll32 regsvr32
          certutil bitsadmin msbuild psql mysql sqlite3
          """);

  /** They open connections. */
  static final Set<String> LISTENS =
      words(
          """
          nc ncat netcat socat telnet cryptcat openssl tftp ftp chisel ngrok
          """);

  /** They change the machine, its users or its keys, or hide what is done. */
  static final Set<String> HARMS =
      words(
          """
          sudo su doas pkexec eval source . exec trap dd mkfs shred wipefs fdisk parted
          mkswap shutdown reboot halt poweroff init telinit crontab at batch useradd usermod
          userdel adduser passwd chpasswd visudo iptables nft ufw mount umount insmod
          modprobe rmmod chroot nsenter unshare setcap killall history alias unset script
          screen tmux busybox ld.so ldconfig strace ptrace debugfs truncate chattr sysctl
          swapoff setenforce ssh-keygen ssh-copy-id ssh-add nslookup dig host format del
          rmdir rd vssadmin reg schtasks net netsh bcdedit wmic invoke-expression iex enable
          declare coproc mkfifo mknod xterm setsid disown
          """);

  /** They run what follows them. */
  static final Set<String> WRAPPERS =
      words(
          """
          env nohup timeout time nice ionice command builtin stdbuf xargs parallel watch then
          do else if while until ! { elif for in done fi }
          """);

  /** They end a block. */
  static final Set<String> KEYWORDS =
      words(
          """
          done fi } esac
          """);

  private Programs() {}

  private static Set<String> words(String text) {
    return Set.of(text.split("\\s+"));
  }
}

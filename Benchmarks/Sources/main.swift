import Glibc
print(sqrt(2.0))
